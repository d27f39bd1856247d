import { Page } from '@strapi/strapi/admin';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Route, Routes } from 'react-router-dom';
import { createQueryClient } from '../api/createQueryClient';
import { useAllowedActions } from '../components/useAllowedActions';
import { PERMISSIONS } from '../permissions';
import { CollectionsPage } from './Collections/CollectionsPage';
import { FailuresPage } from './Failures/FailuresPage';
import { RunPage } from './Run/RunPage';
import { RunsPage } from './Runs/RunsPage';
import { SettingsPage } from './Settings/SettingsPage';

/** Strapi's own query client is of another major version, and not shared with plugins reliably. */
export default function App() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Page.Protect permissions={[PERMISSIONS.read]}>
        <Pages />
      </Page.Protect>
    </QueryClientProvider>
  );
}

function Pages() {
  const allowed = useAllowedActions();
  return (
    <Routes>
      <Route index element={<CollectionsPage allowed={allowed} />} />
      <Route path="runs" element={<RunsPage allowed={allowed} />} />
      <Route path="runs/:id" element={<RunPage allowed={allowed} />} />
      <Route path="failures" element={<FailuresPage allowed={allowed} />} />
      <Route
        path="settings"
        element={
          <Page.Protect permissions={[PERMISSIONS.editSettings]}>
            <SettingsPage allowed={allowed} />
          </Page.Protect>
        }
      />
      <Route path="*" element={<Page.NoData />} />
    </Routes>
  );
}
