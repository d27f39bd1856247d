import { pagesOfTwo } from './pages-of-two';
import { takeAWhile } from './slow';

/** The same definition as `slow`, by its text, so that one goes on with the other's update; it keeps ever more memory at one ad. */
export default pagesOfTwo(async (title) => {
  const kept: object[][] = [];
  while (title === 'Ad 31') kept.push(Array.from({ length: 100_000 }, () => ({ title })));
  await takeAWhile();
});
