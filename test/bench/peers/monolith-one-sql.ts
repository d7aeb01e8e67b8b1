import { createYoga } from 'graphql-yoga';
import pg from 'pg';
import { dayInChina } from '../../../services/shared/day';
import { oneSqlSchema } from './one-sql-schema';
import { servePeer } from './serve-peer';

/** The same server with one hand-written statement for a guide. */
async function main(): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
  const yoga = createYoga({ schema: oneSqlSchema(pool, () => dayInChina(new Date())), logging: false });
  await servePeer((request, response) => void yoga(request, response), () => pool.end());
}

void main();
