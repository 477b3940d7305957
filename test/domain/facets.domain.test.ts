import fc from 'fast-check';
import { joinValues, splitValues } from '../../domain/facets.ts';

test('values come out of an address as they went in, whatever stands in them', () => {
  const value = fc.string({ minLength: 1, unit: fc.constantFrom('a', ',', '\\', ' ', 'é', '\n', '😀') });
  fc.assert(
    fc.property(fc.array(value), (values) => {
      expect(splitValues(joinValues(values))).toEqual(values);
    }),
  );
});

test('lists written by hand are read, and nothing between two commas is nothing', () => {
  expect(splitValues('SI,KE')).toEqual(['SI', 'KE']);
  expect(splitValues(',SI,,')).toEqual(['SI']);
  expect(splitValues('one\\, two,three')).toEqual(['one, two', 'three']);
  expect(splitValues('ends with \\')).toEqual(['ends with \\']);
  expect(splitValues('')).toEqual([]);
});
