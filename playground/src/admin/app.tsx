/** The admin panel of the playground: in English, and in French to see the plugin's translations. */
export default {
  config: { locales: ['fr'] },
};
