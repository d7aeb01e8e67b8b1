import { readSavedEvidence } from '../../../../services/shared/checkpoints/saved-evidence';

const checkpoint = { journal: 'catalog', treeSize: 3, rootHash: 'ab', at: '2014-09-08T02:00:00.000Z', signature: 's', keyId: 'k', publicKey: 'p' };

describe('what somebody has kept of the hub’s answers', () => {
  it('is checkpoints and changes, line by line', () => {
    const lines = [JSON.stringify(checkpoint), '', JSON.stringify({ journal: 'catalog', sequence: 2, hash: 'cd' })];
    expect(readSavedEvidence(lines.join('\n'))).toEqual({ checkpoints: [checkpoint], changes: [{ journal: 'catalog', seq: 2, hash: 'cd' }] });
  });

  it('or whole answers as they came', () => {
    const changes = { nodes: [{ sequence: 1, hash: 'ef', action: 'GuidePublished' }], pageInfo: { hasNextPage: false } };
    const answer = { data: { catalogJournalCheckpoint: checkpoint, organisationJournalCheckpoint: null, serviceCenterChanges: changes } };
    expect(readSavedEvidence(JSON.stringify(answer))).toEqual({ checkpoints: [checkpoint], changes: [{ journal: 'service_center', seq: 1, hash: 'ef' }] });
  });

  it.each(['nonsense', '{"journal":"catalog"}', '{"data":{"powerItem":{"name":"x"}}}', '3'])('is not %s', (line) => {
    expect(() => readSavedEvidence(`${JSON.stringify(checkpoint)}\n${line}`)).toThrow('第 2 行');
  });
});
