/** Tests run on the TypeScript sources. The planner's package is ES modules behind a dynamic import that jest's VM cannot follow, so it is transformed too. */
module.exports = {
  testEnvironment: '<rootDir>/test/support/database-environment.js',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transformIgnorePatterns: ['/node_modules/(?!@graphql-hive/router-runtime/)'],
  transform: {
    '^.+\\.(ts|c?js)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: false } }, module: { type: 'commonjs' } },
    ],
  },
};
