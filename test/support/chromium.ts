import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = [process.env.HUB_TEST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; null where there is none. */
export const chromiumPath = (): string | null => PATHS.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts it with a profile of its own. */
export const startChromium = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: FLAGS });
