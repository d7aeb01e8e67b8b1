import { readFileSync } from 'node:fs';
import { inProject } from '../../services/shared/project-root';

interface Lock {
  packages: Record<string, { version?: string; dev?: boolean }>;
}

/** What the gateway's runtime is made of, and loads at each start. */
const RUNTIME = /^(graphql|@graphql-(hive|mesh|tools|yoga)|@envelop|@whatwg-node|@repeaterjs)(\/|$|-yoga$)/;

// Its packages ask for neighbouring versions of each other: npm once put six copies of one version side by side, and a
// start read, compiled and ran each. Two are left where both their users ask for an older one than all others.
it('the runtime’s packages are not installed over and over at one version', () => {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as Lock;
  const copies = new Map<string, number>();
  for (const [place, { version, dev }] of Object.entries(packages)) {
    const name = place.split('node_modules/').at(-1)!;
    if (!dev && RUNTIME.test(name)) copies.set(`${name} ${version}`, (copies.get(`${name} ${version}`) ?? 0) + 1);
  }
  expect(copies.size).toBeGreaterThan(40);
  expect([...copies].filter(([, count]) => count > 1)).toEqual([['@graphql-tools/executor 1.5.7', 2]]);
});
