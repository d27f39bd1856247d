/** Something the writer's loop does a bit of at each turn. */
export interface Work {
  /** Does the next bit. Answers whether it is to be stepped again at once. */
  step(): Promise<boolean>;

  /** Whether it has something in hand that goes on though nothing new has come. */
  isAtWork(): boolean;

  /** Forgets what it holds in memory, because the lease was lost: the database knows where to go on. */
  reset(): void;
}
