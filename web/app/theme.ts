import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The blue of the answer page, from a wash to ink. */
const blue: MantineColorsTuple = [
  '#e8f4fb',
  '#cfe6f4',
  '#9fcdea',
  '#6bb2df',
  '#3f9ad4',
  '#1c7fbe',
  '#00679f',
  '#00558c',
  '#004672',
  '#00344f',
];

export const theme = createTheme({
  colors: { blue },
  primaryColor: 'blue',
  primaryShade: 7,
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Grey text of less than 4.5 to 1 is not read on a bus.
  other: {},
});
