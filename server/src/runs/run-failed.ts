/** Thrown by a run that cannot go on and that trying again would not help; its message is for the person who started it. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
}
