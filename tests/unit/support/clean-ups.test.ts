import { cleanUp, type CleanUps } from '../../support/clean-ups';

it('undoes the latest first, and waits for it', async () => {
  const undone: string[] = [];
  await cleanUp([
    () => undone.push('first'),
    async () => {
      await Promise.resolve();
      undone.push('last');
    },
  ]);
  expect(undone).toEqual(['last', 'first']);
});

it('undoes the rest when something fails, and says that it did', async () => {
  const undone: string[] = [];
  const cleanUps: CleanUps = [
    () => undone.push('first'),
    () => Promise.reject(new Error('stuck')),
    () => undone.push('last'),
  ];
  await expect(cleanUp(cleanUps)).rejects.toThrow('stuck');
  expect(undone).toEqual(['last', 'first']);
});

it('undoes nothing twice, not even when asked again meanwhile', async () => {
  const undone: string[] = [];
  const cleanUps: CleanUps = [() => undone.push('first'), () => undone.push('last')];
  await Promise.all([cleanUp(cleanUps), cleanUp(cleanUps)]);
  expect(undone).toEqual(['last', 'first']);
});
