/** What the address of a playbook's pages holds: which version, and with which one it is compared. */
export type Versions = { readonly version?: number; readonly with?: number };

const wholeIn = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 ? number : undefined;
};

export function versionsOf(search: Readonly<Record<string, unknown>>): Versions {
  const [version, other] = [wholeIn(search.version), wholeIn(search.with)];
  return { ...(version === undefined ? {} : { version }), ...(other === undefined ? {} : { with: other }) };
}
