/** What the address of the list holds. */
export type View = { readonly q?: string };

export const viewOf = ({ q }: Readonly<Record<string, unknown>>): View => (typeof q === 'string' ? { q } : {});
