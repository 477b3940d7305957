import { splitPasted } from '../../web/screens/register/split-pasted.ts';

const parts = (pasted: string) => splitPasted(pasted).map(({ paragraph, text }) => [paragraph, text]);

test('numbers as reports have them begin a recommendation, and are kept as its paragraph', () => {
  expect(
    parts(`118.3 Ratify OP-CAT (Chile);
118.4. Adopt a national
action plan on human rights (Kenya);
(a) Establish an ombudsman
12) Amend the Penal Code
b) Train judges
§ 14 Report back
para. 15(b) Publish the report`),
  ).toEqual([
    ['118.3', 'Ratify OP-CAT (Chile);'],
    ['118.4', 'Adopt a national action plan on human rights (Kenya);'],
    ['(a)', 'Establish an ombudsman'],
    ['12', 'Amend the Penal Code'],
    ['b', 'Train judges'],
    ['14', 'Report back'],
    ['15(b)', 'Publish the report'],
  ]);
});

test('bullets and empty lines begin one without a number', () => {
  expect(
    parts('• Train judges\n– Train the police\r\n\r\nPublish the report\nin all languages\n\n\nReport back'),
  ).toEqual([
    [null, 'Train judges'],
    [null, 'Train the police'],
    [null, 'Publish the report in all languages'],
    [null, 'Report back'],
  ]);
});

test('a number inside a sentence that was wrapped begins nothing', () => {
  expect(parts('Implement the\n2030 Agenda for\n12 persons concerned and report')).toEqual([
    [null, 'Implement the 2030 Agenda for 12 persons concerned and report'],
  ]);
});

test('a word that was broken at the end of a line is one word again, and nothing gives nothing', () => {
  expect(parts('Ensure the inde-\npendence of courts and non-\nDiscrimination')).toEqual([
    [null, 'Ensure the independence of courts and non- Discrimination'],
  ]);
  expect(parts(' \n\t\n')).toEqual([]);
});
