/** Tests run on the TypeScript sources. The planner's package, jose and the trace exporter have dynamic imports that jest's VM cannot follow, so they are transformed too, as are the RDF packages, which are ES modules. */
module.exports = {
  testEnvironment: '<rootDir>/test/support/database-environment.js',
  maxWorkers: 2,
  testTimeout: 600_000, // what hangs, not what is slow: the machine may be shared
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transformIgnorePatterns: ['/node_modules/(?!(@graphql-hive/router-runtime|jose|@opentelemetry/otlp-exporter-base|rdf-validate-shacl|rdf-validate-datatype|rdf-literal|rdf-dataset-ext|@rdfjs|clownface|@vocabulary|@tpluscode)/)'],
  transform: {
    '^.+\\.(ts|c?js)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: false } }, module: { type: 'commonjs' } },
    ],
  },
};
