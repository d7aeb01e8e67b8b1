import { openEmbedded } from '../../../gateway/embedded/open-embedded';
import { embeddedDatabases } from '../../../services/shared/database';

/** Opens the embedded database of a folder and prints what was seen of it, as JSON. */
async function main(dataDir: string): Promise<void> {
  const embedded = await openEmbedded(dataDir);
  const { pool } = embeddedDatabases(embedded)();
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  await pool.query('SELECT pg_sleep(0.5)');
  clearInterval(turning);
  const turnsMeanwhile = turns;
  await pool.query('CREATE TABLE IF NOT EXISTS public.kept (n int); INSERT INTO public.kept VALUES (1)');
  const kept = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM public.kept');
  await embedded.close();
  const afterClose = await pool.query('SELECT 1').then(() => 'answered', (fault: Error) => fault.message);
  console.log(JSON.stringify({ turnsMeanwhile, kept: kept.rows[0]!.n, afterClose }));
}

main(process.argv[2]!).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
