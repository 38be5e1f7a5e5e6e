import { title } from './words.js'

export const basics = [
  // the order of readers
  { text: title('借りる'), link: '/guide/borrow' },
  { text: '返す', link: '/guide/return' },
]
