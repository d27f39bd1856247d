import type { Core } from '@strapi/strapi';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What is used here of Strapi's services, which have no types. */
interface AdminUsers {
  exists(where: { email: string }): Promise<boolean>;
  create(user: Record<string, unknown>): Promise<unknown>;
}
interface AdminRoles {
  getSuperAdmin(): Promise<{ id: number }>;
}

/** Creates a super admin with these credentials, unless somebody has the address already: then nothing changes. */
export async function createAdminUser(strapi: Core.Strapi, { email, password }: Credentials): Promise<void> {
  const users = strapi.service('admin::user') as AdminUsers;
  if (await users.exists({ email })) return;
  const roles = strapi.service('admin::role') as AdminRoles;
  const superAdmin = await roles.getSuperAdmin();
  await users.create({
    email,
    password,
    firstname: 'Camille',
    lastname: 'Martin',
    isActive: true,
    registrationToken: null,
    roles: [superAdmin.id],
  });
}
