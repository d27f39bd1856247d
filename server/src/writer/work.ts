/** Something the writer's loop does a bit of at each turn. */
export interface Work {
  /** Does the next bit. Answers whether there was anything to do. */
  step(): Promise<boolean>;

  /** Forgets what it holds in memory, because the lease was lost: the database knows where to go on. */
  reset(): void;
}
