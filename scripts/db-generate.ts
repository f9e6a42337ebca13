import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// `npm run db:generate -- what-changed`: writes the migration of both dialects from api/src/db/schema.

const [what] = process.argv.slice(2)
if (!what) {
  console.error('Name the change in one word or two: npm run db:generate -- add-themes')
  process.exit(1)
}
for (const [dialect, folder] of [
  ['sqlite', 'sqlite'],
  ['postgresql', 'postgres'],
]) {
  const { status } = spawnSync(
    join('node_modules', '.bin', 'drizzle-kit'),
    [
      'generate',
      `--dialect=${dialect}`,
      `--schema=api/src/db/drizzle.${folder}.cjs`,
      `--out=api/src/db/migrations/${folder}`,
      '--casing=snake_case',
      `--name=${what}`,
    ],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exit(status ?? 1)
}
