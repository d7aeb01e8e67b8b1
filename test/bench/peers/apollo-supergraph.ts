import { type ConstDirectiveNode, Kind, parse, print, visit } from 'graphql';

const FEATURE = 'requiresScopes';

const isOfFeature = ({ name, arguments: given = [] }: ConstDirectiveNode): boolean =>
  name.value === FEATURE || (name.value === 'link' && given.some(({ name, value }) => name.value === 'url' && value.kind === Kind.STRING && value.value.includes(`/${FEATURE}/`)));

/** Our supergraph as @apollo/gateway takes it: with the subgraphs' addresses, without the access directive, which it refuses to run. The services check every call themselves. */
export const supergraphForApollo = (sdl: string, urlOf: (name: string) => string): string =>
  print(
    visit(parse(sdl.replaceAll(/@join__graph\(name: "([\w-]+)", url: ""\)/g, (_, name: string) => `@join__graph(name: "${name}", url: "${urlOf(name)}")`)), {
      Directive: (node) => (isOfFeature(node as ConstDirectiveNode) ? null : undefined),
      DirectiveDefinition: ({ name }) => (name.value === FEATURE ? null : undefined),
      ScalarTypeDefinition: ({ name }) => (name.value.startsWith(`${FEATURE}__`) ? null : undefined),
    }),
  );
