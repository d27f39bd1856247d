import { tmpdir } from 'node:os';

import { findUsersPermissionsRule } from '../../../../server/src/collections/users-permissions-rule';
import { repositoryRoot } from '../../../../scripts/repository';

it('is found where the application has the plugin', () => {
  expect(findUsersPermissionsRule(repositoryRoot)).toEqual(expect.any(Function));
});

it('is nothing to an application without it', () => {
  expect(findUsersPermissionsRule(tmpdir())).toBeNull();
});
