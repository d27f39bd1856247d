/**
 * Takes samples while something goes on, at least one.
 * @param pause - milliseconds between two samples: taking them must not slow down what they are of
 * @throws what goes wrong with the work or with a sample
 */
export async function samplesDuring<T>(work: Promise<unknown>, pause: number, sample: () => Promise<T>): Promise<T[]> {
  let isOver = false;
  const takeSamples = async () => {
    const samples: T[] = [];
    while (!isOver) {
      samples.push(await sample());
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return samples;
  };
  const over = work.finally(() => {
    isOver = true;
  });
  const [samples] = await Promise.all([takeSamples(), over]);
  return samples;
}
