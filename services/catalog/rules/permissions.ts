import type { Permissions } from '../../shared/permission';

export type CatalogAction = 'define-category-scheme' | 'import-list';

/** Who may do what in the catalog: the reform office and the government office keep their region's list. */
export const CATALOG_PERMISSIONS: Permissions<CatalogAction> = {
  'define-category-scheme': { ADMIN: 'ANY' },
  'import-list': { ADMIN: 'ANY', REFORM_OFFICE: 'REGION', GOVERNMENT_OFFICE: 'REGION' },
};
