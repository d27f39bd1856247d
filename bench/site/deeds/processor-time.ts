/** What the site has cost its machine, whatever else that does meanwhile. */
export function processorTimeDeeds() {
  return {
    /** Milliseconds of processor time that the site's process has used so far, the garbage collector's included. */
    processorTime: (_: object): Promise<number> => {
      const { user, system } = process.cpuUsage();
      return Promise.resolve((user + system) / 1000);
    },
  };
}
