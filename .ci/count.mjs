// Adds up what jest's result files say really ran and prints the closing line; exits 1 when nothing ran.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of readdirSync(folder).toSorted()) {
  const result = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  console.log(`${name}: ${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests} skipped`);
  total.passed += result.numPassedTests;
  total.failed += failed;
  total.skipped += result.numPendingTests;
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
