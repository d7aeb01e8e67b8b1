import { ApolloGateway, type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { readFileSync } from 'node:fs';
import { readConfig, type Service } from '../../../gateway/config';
import { identityInForce } from '../../../gateway/identity';
import { SILENT } from '../../../gateway/log';
import { ANONYMOUS, type Actor } from '../../../services/shared/actor';
import { inProject } from '../../../services/shared/project-root';
import { signCall } from '../../../services/shared/signed-call';
import { supergraphForApollo } from './apollo-supergraph';
import { servePeer } from './serve-peer';

interface Context {
  actor: Actor;
}

/** Our subgraphs answer signed calls alone: the body signed here is the one the data source sends. */
class SignedDataSource extends RemoteGraphQLDataSource<Context> {
  constructor(url: string, private readonly secret: string) {
    super({ url });
  }
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>): void {
    const { http, ...sent } = request;
    const signature = signCall(this.secret, { method: 'POST', path: '/graphql', body: JSON.stringify(sent) }, context.actor ?? ANONYMOUS, new Date());
    for (const [name, value] of Object.entries(signature)) http!.headers.set(name, value);
  }
}

/** @apollo/server and @apollo/gateway over the same three services, with the hub's own way of knowing who asks. */
async function main(): Promise<void> {
  const { origins, secret, oidc } = readConfig(process.env);
  const { identity } = identityInForce({ oidc, developmentKey: null, log: SILENT });
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphForApollo(readFileSync(inProject('schema', 'supergraph.graphql'), 'utf8'), (name) => `${origins[name as Service]}/graphql`),
    buildService: ({ url }) => new SignedDataSource(url!, secret!),
  });
  const server = new ApolloServer<Context>({ gateway, csrfPrevention: false, stopOnTerminationSignals: false });
  await server.start();
  const app = express().disable('x-powered-by').disable('etag');
  app.use('/graphql', express.json(), expressMiddleware(server, { context: async ({ req }) => ({ actor: await identity.authenticate(req.headers.authorization) }) }));
  await servePeer(app, () => server.stop());
}

void main();
