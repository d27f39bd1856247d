import { Search } from '@strapi/icons';
import { type PluginDefinition } from '@strapi/strapi/admin';
import { PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './pluginId';
import { loadTranslations } from './translations/load-translations';

const plugin: PluginDefinition = {
  register(app) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Search,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Meilisearch' },
      permissions: [PERMISSIONS.read],
      Component: () => import('./pages/App'),
    });
    app.registerPlugin({ id: PLUGIN_ID, name: 'Meilisearch' });
  },

  registerTrads: ({ locales }) => Promise.all(locales.map(loadTranslations)),
};

export default plugin;
