/**
 * Who gives a command, by ids alone: `actor` as events name it, and every id under which the same human being comes. An account that
 * is linked to a contact is that contact, too.
 */
export type Giver = { readonly actor: string; readonly persons: readonly string[] };

/** Carried by commands of which it must be known later who gave them; absent in recorded histories. */
export type Signed = { readonly by?: Giver };
