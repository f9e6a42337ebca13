import { startDemo } from './demo.ts'

/** Runs the demo till by itself: `npx tsx demo-app/server/main.ts`. */

// Holds the calls until a guide's script takes them; enough to see what the till would send.
const QUEUE = `<script>window.trilha=new Proxy({calls:[]},{get:function(o,k){return k in o?o[k]:function(){o.calls.push([k].concat([].slice.call(arguments)))}}})</script>`

const {
  DEMO_PORT = '4001',
  DATA_DIR = '.data',
  TRILHA_ORIGIN = 'http://localhost:4000',
  TRILHA_KEY = '',
  TRILHA_IDENTITY_SECRET,
  TRILHA_SNIPPET = QUEUE,
} = process.env

try {
  const { url, stop } = await startDemo({
    port: Number(DEMO_PORT),
    dataDir: `${DATA_DIR}/demo`,
    trilhaOrigin: TRILHA_ORIGIN,
    publicKey: TRILHA_KEY,
    // Without the guide's API nobody checks the tokens; any secret will do.
    identitySecret: TRILHA_IDENTITY_SECRET ?? 'only-for-a-till-without-a-guide!',
    snippet: TRILHA_SNIPPET,
  })
  console.log(`Caixa Fácil: ${url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
