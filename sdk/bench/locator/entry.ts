import { describe } from '../../src/targets/describe'
import { locate } from '../../src/targets/locate'

// What the locator bench wants: two globals, from the code that ships.
Object.assign(window, { describe, locate })
