import { expect, test } from 'vitest'
import { begin, change, redo, undo } from './history'

test('the letters of one word are undone together, another field on its own', () => {
  let history = begin('')
  history = change(history, 'A', 'title', 1000)
  history = change(history, 'Ab', 'title', 1200)
  history = change(history, 'Abr', 'title', 1400)
  history = change(history, 'Abr!', 'body', 1500)
  expect(undo(history).present).toBe('Abr')
  expect(undo(undo(history)).present).toBe('')
})

test('a pause begins a new step', () => {
  let history = change(begin(''), 'Abra', 'title', 1000)
  history = change(history, 'Abra o caixa', 'title', 9000)
  expect(undo(history).present).toBe('Abra')
})

test('redo brings back what undo took, until something new is written', () => {
  const written = change(begin('a'), 'b', 'x', 0)
  const back = undo(written)
  expect(redo(back).present).toBe('b')
  const other = change(back, 'c', 'x', 10)
  expect(redo(other).present).toBe('c')
})

test('undo and redo at the ends change nothing', () => {
  expect(undo(begin('a')).present).toBe('a')
  expect(redo(begin('a')).present).toBe('a')
})

test('steps moved and deleted in one breath come back one act at a time', () => {
  const moved = change(begin('abc'), 'bac', '', 1000)
  const deleted = change(moved, 'ba', '', 1100)
  expect(undo(deleted).present).toBe('bac')
})
