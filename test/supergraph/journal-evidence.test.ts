import { verify } from 'node:crypto';
import { isConsistent, isIncluded } from '../services/shared/checkpoints/check-proof';
import { type SampleHub, sampleHub } from '../support/sample-hub';

const SERVICES = ['catalog', 'organisation', 'serviceCenter'] as const;
const CHECKPOINT = '{ journal treeSize rootHash at signature keyId publicKey }';
const CHECKPOINTS = `{ ${SERVICES.map((service) => `${service}: ${service}JournalCheckpoint ${CHECKPOINT}`).join(' ')} }`;
const REGISTER = `mutation($input: MapBodyNameInput!) { mapBodyName(input: $input) { __typename } }`;

interface Published {
  journal: string;
  treeSize: number;
  rootHash: string;
  at: string;
  signature: string;
  keyId: string;
  publicKey: string;
}

// What somebody outside sees who trusts nothing but the public key he was given once.
describe('the journals as evidence', () => {
  let hub: SampleHub;
  let keys: { keyId: string; algorithm: string; publicKey: string; services: string[] }[];
  const published = async (): Promise<Record<(typeof SERVICES)[number], Published>> => (await hub.ask(CHECKPOINTS)).data;
  const isSigned = ({ journal, treeSize, rootHash, at, signature }: Published): boolean =>
    verify(null, Buffer.from(`power-list-hub journal checkpoint\n${journal}\n${treeSize}\n${rootHash}\n${at}\n`), keys[0]!.publicKey, Buffer.from(signature, 'base64'));

  beforeAll(async () => {
    hub = await sampleHub();
    keys = ((await (await fetch(`${hub.origin}/journal/public-key`)).json()) as { keys: typeof keys }).keys;
  });
  afterAll(() => hub.stop());

  it('are signed by the key that the hub publishes', async () => {
    expect(keys).toEqual([{ keyId: expect.stringMatching(/^[0-9a-f]{16}$/), algorithm: 'Ed25519', publicKey: expect.stringContaining('BEGIN PUBLIC KEY'), services: ['catalog', 'organisation', 'service-center'] }]);
    const checkpoints = await published();
    for (const service of SERVICES) {
      expect(isSigned(checkpoints[service])).toBe(true);
      expect(isSigned({ ...checkpoints[service], treeSize: 1 })).toBe(false);
    }
    expect(checkpoints.serviceCenter.journal).toBe('service_center');
  });

  it('prove any row of theirs', async () => {
    const checkpoints = await published();
    for (const service of SERVICES) {
      const { treeSize, rootHash } = checkpoints[service];
      for (const sequence of [1, Math.ceil(treeSize / 3), treeSize]) {
        const query = `query($sequence: Int!, $treeSize: Int!) { proof: ${service}InclusionProof(sequence: $sequence, treeSize: $treeSize) { leafHash rootHash hashes } }`;
        const { data, errors } = await hub.ask(query, { sequence, treeSize });
        expect(errors).toEqual([]);
        expect(isIncluded(sequence - 1, treeSize, data.proof.leafHash, rootHash, data.proof.hashes)).toBe(true);
      }
    }
  });

  it('prove that they only grew, and show the next checkpoint as soon as it is made', async () => {
    const before = (await published()).organisation;
    const input = { regionCode: '140100', name: '市水利局', agencyCode: '140100013' };
    const answer = await hub.ask(REGISTER, { input }, await hub.as('ADMIN'));
    expect(answer.errors).toEqual([]);
    expect((await published()).organisation).toEqual(before);
    await hub.hub.subgraphs.organisation.checkpoint();
    const after = (await published()).organisation;
    expect(after.treeSize).toBeGreaterThan(before.treeSize);
    const query = 'query($from: Int!, $to: Int!) { proof: organisationConsistencyProof(from: $from, to: $to) { hashes } }';
    const { data } = await hub.ask(query, { from: before.treeSize, to: after.treeSize });
    expect(isConsistent(before.treeSize, after.treeSize, before.rootHash, after.rootHash, data.proof.hashes)).toBe(true);
  });

  it('prove nothing beyond what is signed', async () => {
    const { errors } = await hub.ask('{ catalogInclusionProof(sequence: 1, treeSize: 2000000) { rootHash } }');
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', inputPath: 'treeSize' });
  });

  it('cost three statements at most for a checkpoint, a few for a proof, however long they are', async () => {
    const { cost } = await hub.measure(CHECKPOINTS);
    expect(cost.statements).toHaveLength(3);
    const small = await hub.measure('{ catalogInclusionProof(sequence: 7, treeSize: 10) { hashes } }');
    const large = await hub.measure('{ catalogInclusionProof(sequence: 1000, treeSize: 2000) { hashes } }');
    expect([small.cost.statements.length, large.cost.statements.length]).toEqual([2, 3]);
  });
});
