import { gatheringAfter } from '../../../../server/src/writer/gathering';

it('keeps what one editor saves waiting for no longer than nobody sees', () => {
  expect(gatheringAfter(0)).toBeLessThanOrEqual(50);
  expect(gatheringAfter(1)).toBeLessThanOrEqual(50);
});

it('has several saves read together, and them too within a moment', () => {
  expect(gatheringAfter(2)).toBeGreaterThanOrEqual(200);
  expect(gatheringAfter(1000)).toBeLessThanOrEqual(500);
});
