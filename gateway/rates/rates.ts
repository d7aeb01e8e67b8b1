/** How much may be asked within a minute; 0: as much as one likes. */
export interface Rates {
  /** Requests without a token, and tokens that prove nothing, from one address. */
  perAddress: number;
  /** Requests of one client (the subject of its token), from wherever. */
  perClient: number;
  /** Fields behind which a secret could be guessed, from one address, each field by itself. */
  guesses: number;
}

/** Generous: an office whose people share an address, a page that asks for ten things at once. */
export const DEFAULT_RATES: Rates = { perAddress: 600, perClient: 3000, guesses: 10 };

export const NO_RATES: Rates = { perAddress: 0, perClient: 0, guesses: 0 };

export const WINDOW_SECONDS = 60;

/** Too much within the window. */
export class RateExceeded extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super(`rate exceeded, retry after ${retryAfterSeconds} s`);
    this.name = 'RateExceeded';
  }
}

export const RATE_LIMIT = 'RATE_LIMIT';

export const rateMessage = (seconds: number): string => `请求过于频繁，请在 ${seconds} 秒后再试`;
