/** Dependencies point inwards, as docs/how-it-works.md draws them; nothing goes round in circles. */

const INNER = 'collections|config|database|dependencies|engine|failpoints|failures|outbox|runs|writer';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Modules that need each other are one module, or hide a third one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that cannot be resolved breaks at runtime.',
      // The build writes it, and the types of the playground are generated.
      from: { pathNot: '^playground/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dead-modules',
      severity: 'error',
      comment: 'A module that nobody leads to, neither an entry of the plugin nor a test or a program, is dead code.',
      from: { pathNot: '^(server|admin)/' },
      to: { path: '^(server|admin)/', pathNot: '\\.d\\.ts$', reachable: false },
    },
    {
      name: 'inner-knows-no-outer',
      severity: 'error',
      comment: 'What does the work does not know who asked for it.',
      from: { path: `^server/src/(${INNER})/` },
      to: { path: '^server/src/(http|capture|schedule|notify|overview|legacy)/' },
    },
    {
      name: 'nobody-knows-http',
      severity: 'error',
      comment: 'Only the files that compose the plugin (server/src/*.ts) know its routes and controllers.',
      from: { path: '^server/src/[^/]+/', pathNot: '^server/src/http/' },
      to: { path: '^server/src/http/' },
    },
    {
      name: 'inner-knows-no-composition',
      severity: 'error',
      comment: 'The files that compose the plugin are known by nobody.',
      from: { path: '^server/src/[^/]+/' },
      to: { path: '^server/src/(index|register|bootstrap|destroy)\\.ts$' },
    },
    {
      name: 'engine-stands-alone',
      severity: 'error',
      comment: 'The port to the search engine and its adapter know nothing of Strapi or of us.',
      from: { path: '^server/src/engine/' },
      to: { path: '^server/src/[^/]+/', pathNot: '^server/src/engine/' },
    },
    {
      name: 'outbox-stands-alone',
      severity: 'error',
      comment: 'The outbox knows its table and nothing else.',
      from: { path: '^server/src/outbox/' },
      to: { path: '^server/src/[^/]+/', pathNot: '^server/src/(outbox|database)/' },
    },
    {
      name: 'admin-knows-only-the-wire',
      severity: 'error',
      comment:
        'The admin panel shares the types and the words of the HTTP API with the server, and nothing that does anything.',
      from: { path: '^(admin/|strapi-admin\\.ts)' },
      to: { path: '^(server/|strapi-server\\.ts)', pathNot: '^server/src/contract\\.ts$' },
    },
    {
      name: 'server-knows-no-admin',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^admin/' },
    },
    {
      name: 'product-knows-no-workshop',
      severity: 'error',
      comment: 'What is published does not import what is not.',
      from: { path: '^(server|admin)/' },
      to: { path: '^(tests|scripts|playground|bench)/' },
    },
    {
      name: 'product-uses-no-dev-packages',
      severity: 'error',
      comment: 'A development dependency would be bundled; Strapi comes through its peer @strapi/strapi.',
      from: { path: '^(server|admin)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-peer', 'type-only'] },
    },
    {
      name: 'product-declares-its-packages',
      severity: 'error',
      comment: 'A package that package.json does not name is there by accident.',
      from: { path: '^(server|admin)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]strapi)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
