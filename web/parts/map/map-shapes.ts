import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-110m.json';
import { codeOfNumber, points } from './places.ts';

export const mapWidth = 960;
export const mapHeight = 440;
/** Below this many square units of the drawing nobody sees a State, and it gets a point beside its area. */
const leastArea = 40;

type Shape = { readonly key: string; readonly code: string | undefined; readonly outline: string };
type Point = { readonly code: string; readonly x: number; readonly y: number };

/** All that is drawn, computed once. Equal areas, so that no State looks larger than it is. */
const world = atlas as unknown as Parameters<typeof feature>[0];
const countries = world.objects['countries'];
const all = countries === undefined ? undefined : feature(world, countries);
// Antarctica is no State's, and takes a fifth of the picture.
const features = all !== undefined && 'features' in all ? all.features.filter(({ id }) => id !== '010') : [];
type Feature = (typeof features)[number];
const projection = geoEqualEarth().fitExtent(
  [
    [14, 4],
    [mapWidth - 14, mapHeight - 4],
  ],
  { type: 'FeatureCollection', features },
);
const draw = geoPath(projection).digits(1);

export const shapes: readonly Shape[] = features.map((each, index) => ({
  key: `${index}`,
  code: codeOfNumber(each.id),
  outline: draw(each) ?? '',
}));

export const smallStates: readonly Point[] = [
  ...Object.entries(points).flatMap(([code, place]) => pointAt(code, projection([...place]))),
  ...features.flatMap((each) => {
    const code = codeOfNumber(each.id);
    return code === undefined || !isSmall(each) ? [] : pointAt(code, draw.centroid(each));
  }),
];

function isSmall(each: Feature): boolean {
  return draw.area(each) < leastArea;
}

function pointAt(code: string, at: readonly [number, number] | null): readonly Point[] {
  return at === null ? [] : [{ code, x: at[0], y: at[1] }];
}
