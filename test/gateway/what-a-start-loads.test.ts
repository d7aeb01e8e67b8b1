import { execFileSync } from 'node:child_process';
import { inProject } from '../../services/shared/project-root';

/** Packages that a hub in one process needs later or never, each slow to load. */
const NOT_AT_THE_START = ['@apollo/server', '@as-integrations/express5', 'express', '@e965/xlsx', 'ioredis', 'jose', '@graphql-yoga/render-graphiql', '@opentelemetry/sdk-trace-node', '@electric-sql/pglite'];

describe('the start of a hub in one process', () => {
  it('loads no package that it does not need yet', () => {
    const script = `require('./gateway/hub.ts'); console.log(JSON.stringify(Object.keys(require.cache)))`;
    const loaded = JSON.parse(execFileSync(process.execPath, ['-r', inProject('test', 'support', 'run-typescript.js'), '-e', script], { cwd: inProject(), encoding: 'utf8' })) as string[];
    expect(loaded).toContain(inProject('gateway', 'gateway.ts'));
    expect(NOT_AT_THE_START.filter((name) => loaded.some((file) => file.includes(`/node_modules/${name}/`)))).toEqual([]);
  });
});
