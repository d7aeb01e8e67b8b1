import { PrismaPg } from '@prisma/adapter-pg';
import { createYoga } from 'graphql-yoga';
import { dayInChina } from '../../../../services/shared/day';
import { PrismaClient } from './client/client';
import { monolithContext, monolithSchema } from './monolith-schema';
import { servePeer } from '../serve-peer';

/** graphql-yoga, Pothos and Prisma over the hub's tables, as they come. */
async function main(): Promise<void> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL! }) });
  const yoga = createYoga({ schema: monolithSchema(prisma, () => dayInChina(new Date())), context: () => monolithContext(prisma), logging: false });
  await servePeer((request, response) => void yoga(request, response), () => prisma.$disconnect());
}

void main();
