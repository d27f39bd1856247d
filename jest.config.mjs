/** Every kind of test is a project of its own: `npx jest --selectProjects unit contract`. */
const project = (name, options = {}) => ({
  displayName: name,
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  ...options,
});

export default {
  projects: [
    project('unit'),
    project('contract'),
    project('simulation'),
    project('integration', { globalSetup: '<rootDir>/tests/support/setup-integration.ts' }),
    project('browser', { globalSetup: '<rootDir>/tests/support/setup-browser.ts' }),
  ],
  testTimeout: 60_000,
};
