/** A command as its address has it: `RecordPosition` is `record-position`. */
export const kebab = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
