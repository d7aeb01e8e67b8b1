/** An agency's code begins with its region's. */
export const regionOfAgency = (agencyCode: string): string => agencyCode.slice(0, 6);
