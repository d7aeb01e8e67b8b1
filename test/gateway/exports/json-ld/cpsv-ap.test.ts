import fc from 'fast-check';
import type { Quad } from 'n3';
import type { ExportedItem } from '../../../../gateway/exports/exported-item';
import { jsonLd } from '../../../../gateway/exports/json-ld';
import { CONTEXT } from '../../../../gateway/exports/json-ld/context';
import { DEFAULT_IRI_BASE } from '../../../../gateway/exports/json-ld/iris';
import { localSubgraph } from '../../../../gateway/local-subgraph';
import { hubConfig, type SampleHub, sampleHub, serveFace } from '../../../support/sample-hub';
import { anExportedItem, itemWithText } from './an-exported-item';
import { createValidator, haveShapes, officialIris, quadsOf, type Validate } from './shapes';

const WATER_LICENCE = '14010001301000100';
const ITEM = `urn:power-list-hub:id:item/${WATER_LICENCE}`;
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Written {
  '@id': string;
  '@type': string;
  [term: string]: unknown;
}
const graphOf = (document: string): Written[] => (JSON.parse(document) as { '@graph': Written[] })['@graph'];
const countOf = (quads: readonly Quad[], type: string): number => new Set(quads.filter(({ predicate, object }) => predicate.value === RDF_TYPE && object.value === type).map(({ subject }) => subject.value)).size;

describe('the list as JSON-LD in CPSV-AP 3.2', () => {
  if (!haveShapes) {
    it('cannot be validated: the official shapes do not lie beside this clone, being no part of the project', () => expect(haveShapes).toBe(false));
    return;
  }

  let hub: SampleHub;
  let validate: Validate;
  let document: string;
  const exported = async (query: Record<string, string>): Promise<string> => {
    const response = await fetch(`${hub.origin}/exports/items?${new URLSearchParams({ format: 'jsonld', ...query })}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
    return response.text();
  };
  beforeAll(async () => {
    [hub, validate] = await Promise.all([sampleHub(), createValidator()]);
    document = await exported({ region: '140100' });
  });
  afterAll(() => hub.stop());

  it('validates against the official shapes, every item of Taiyuan with its guide', async () => {
    const quads = await quadsOf(document);
    expect(countOf(quads, 'http://purl.org/vocab/cpsv#PublicService')).toBe(graphOf(document).filter((node) => node['@type'] === 'PublicService').length);
    for (const [type, least] of [['vocab/cpsv#PublicService', 100], ['vocab/cpsv#Rule', 100]] as const)
      expect([type, countOf(quads, `http://purl.org/${type}`) >= least]).toEqual([type, true]);
    for (const type of ['PublicOrganisation', 'Evidence', 'Cost', 'Channel', 'Output', 'ContactPoint', 'Requirement']) expect([type, countOf(quads, `http://data.europa.eu/m8g/${type}`) >= 20]).toEqual([type, true]);
    expect(countOf(quads, 'http://data.europa.eu/eli/ontology#LegalResource')).toBeGreaterThan(20);
    expect(await validate(quads)).toEqual([]);
  });

  it('validates without guides, as a real city’s list has none', async () => {
    const quads = await quadsOf(await exported({ region: '650200', category: 'LICENSE' }));
    expect(countOf(quads, 'http://purl.org/vocab/cpsv#PublicService')).toBeGreaterThan(100);
    expect(await validate(quads)).toEqual([]);
  });

  it('says what a licence is, who is competent, on what basis, and what is needed', () => {
    const graph = graphOf(document);
    const licence = graph.find((node) => node['@id'] === ITEM)!;
    expect(licence).toMatchObject({
      '@type': 'PublicService',
      identifier: WATER_LICENCE,
      name: '取水许可',
      type: 'urn:power-list-hub:category/LICENSE',
      hasCompetentAuthority: 'urn:power-list-hub:id:agency/140100013',
      spatial: 'urn:power-list-hub:id:region/140100',
    });
    expect(licence.follows).toContainEqual(expect.objectContaining({ '@type': 'Rule', name: '《中华人民共和国水法》（主席令第74号）第七条', implements: (licence.hasLegalResource as string[])[0] }));
    expect(licence.hasInput).toContainEqual(expect.objectContaining({ '@id': `${ITEM}#material-1`, '@type': 'Evidence', name: '取水许可申请书', originals: 3 }));
    expect(graph.find((node) => node['@id'] === licence.hasCompetentAuthority)).toMatchObject({ '@type': 'PublicOrganisation', prefLabel: '太原市水务局' });
  });

  it('keeps working days apart from the duration, which has none: 20 of them take 28 days in ordinary weeks', async () => {
    const licence = graphOf(document).find((node) => node['@id'] === ITEM)!;
    expect(licence).toMatchObject({ processingTime: 'P28D', promisedLimit: { value: 20, unit: 'urn:power-list-hub:time-unit/WORKING_DAY' }, statutoryLimit: { value: 45 } });
    const duration = (await quadsOf(document)).find(({ subject, predicate }) => subject.value === ITEM && predicate.value === 'http://data.europa.eu/m8g/processingTime');
    expect(duration!.object).toMatchObject({ value: 'P28D', datatype: { value: 'http://www.w3.org/2001/XMLSchema#duration' } });
  });

  it('writes each body, instrument and code once, whoever points to it', () => {
    const iris = graphOf(document).map((node) => node['@id']);
    expect(iris.length).toBe(new Set(iris).size);
  });

  it('begins its IRIs with what is configured, but for terms and codes, which are the same in every hub', async () => {
    const callers = Object.values(hub.hub.subgraphs).map(localSubgraph);
    const face = await serveFace({ ...hubConfig(), iriBase: 'https://data.example/id/' }, callers, hub.hub.identity.development!);
    const text = await (await fetch(`${face.origin}/exports/items?region=140100&format=jsonld&agency=140100013`)).text();
    await face.stop();
    expect(graphOf(text)).toContainEqual(expect.objectContaining({ '@id': `https://data.example/id/item/${WATER_LICENCE}`, type: 'urn:power-list-hub:category/LICENSE' }));
    expect(text).not.toContain(DEFAULT_IRI_BASE);
  });

  it('names nobody: the officers of the guides are not in it', async () => {
    const { rows } = await hub.database.connect().pool.query<{ name: string; phone: string }>('SELECT name, phone FROM organisation.officer');
    const officials = rows.filter(({ name, phone }) => document.includes(name) || (phone && document.includes(phone)));
    // A guide may name an office's phone that its officer has, too; it is the office's.
    const phonesOfOffices = new Set((await hub.database.connect().pool.query<{ phone: string }>('SELECT phone FROM organisation.office')).rows.map(({ phone }) => phone));
    expect(officials.filter(({ name, phone }) => document.includes(name) || !phonesOfOffices.has(phone))).toEqual([]);
  });

  it('speaks in terms of the official context, and in its own under its own name', () => {
    const prefixes = new Map(Object.entries(CONTEXT).flatMap(([term, iri]) => (typeof iri === 'string' && /[#/:]$/.test(iri) ? [[term, iri] as const] : [])));
    const terms = Object.entries(CONTEXT).filter(([term]) => !prefixes.has(term)).map(([, meaning]) => (typeof meaning === 'string' ? meaning : meaning['@id']));
    const official = officialIris();
    const others = terms.filter((name) => !name.startsWith('hub:') && !official.has(name.replace(/^\w+:/, (prefix) => prefixes.get(prefix.slice(0, -1))!)));
    expect(others).toEqual(['rdfs:label']);
  });

  describe('the validator sees what is wrong', () => {
    const REQUIRED: [type: string, term: string, constraint: string][] = [
      ['PublicService', 'identifier', 'MinCount'],
      ['PublicService', 'name', 'MinCount'],
      ['PublicService', 'description', 'MinCount'],
      ['PublicService', 'hasCompetentAuthority', 'MinCount'],
      ['PublicOrganisation', 'prefLabel', 'MinCount'],
      ['PublicOrganisation', 'spatial', 'MinCount'],
      ['Rule', 'name', 'MinCount'],
      ['Evidence', 'identifier', 'MinCount'],
      ['Output', 'name', 'MinCount'],
      ['Cost', 'identifier', 'MinCount'],
      ['Channel', 'identifier', 'MinCount'],
    ];
    const spoiled = async (type: string, spoil: (node: Written) => void) => {
      const graph = graphOf(await one());
      const nodes: Written[] = [];
      const walk = (value: unknown): void => {
        if (value === null || typeof value !== 'object') return;
        if ('@type' in value) nodes.push(value as Written);
        Object.values(value).forEach(walk);
      };
      walk(graph);
      spoil(nodes.find((node) => node['@type'] === type)!);
      return validate(await quadsOf(JSON.stringify({ '@context': CONTEXT, '@graph': graph })));
    };
    const one = (): Promise<string> => written([anExportedItem()]);

    it('and finds nothing before', async () => expect(await spoiled('PublicService', () => undefined)).toEqual([]));

    it.each(REQUIRED)('%s without %s', async (type, term, constraint) => {
      const expected = { name: 'title' }[term] ?? term;
      expect(await spoiled(type, (node) => delete node[term])).toContainEqual(expect.objectContaining({ path: expected, constraint }));
    });

    it('a name without its language', async () => {
      expect(await spoiled('PublicService', (node) => void (node.name = { '@value': '取水许可', '@type': 'xsd:string' }))).toContainEqual(expect.objectContaining({ path: 'title', constraint: 'Datatype' }));
    });

    it('a duration that is none', async () => {
      expect(await spoiled('PublicService', (node) => void (node.processingTime = '20个工作日'))).toContainEqual(expect.objectContaining({ path: 'processingTime', constraint: 'Datatype' }));
    });

    it('a body that is not described', async () => {
      expect(await spoiled('PublicService', (node) => void (node.hasCompetentAuthority = 'urn:nobody'))).toContainEqual(expect.objectContaining({ path: 'hasCompetentAuthority', constraint: 'Class' }));
    });
  });

  it('validates, and gives every text back as it was, however awkward', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 1, unit: 'binary' }), { minLength: 1, maxLength: 3 }), async (texts) => {
        const items = texts.map((text, place) => itemWithText(text, place));
        const quads = await quadsOf(await written(items));
        const titles = quads.filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/title').map(({ object }) => object.value);
        for (const text of texts) expect(titles).toContain(text);
        expect(await validate(quads)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

async function written(items: ExportedItem[]): Promise<string> {
  const parts: string[] = [];
  const source = { scope: { regionCode: '140100' }, regionName: '太原市', iriBase: 'https://data.example/id/', async *items() { yield items; } };
  for await (const part of jsonLd(source)) parts.push(part);
  return parts.join('');
}
