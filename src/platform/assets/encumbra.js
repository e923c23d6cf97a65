// What the pages do more when scripts run. Nothing here is needed: every page works without.

const english = document.documentElement.lang === 'en'
const say = (zh, en) => (english ? en : zh)

// Errors of a form are read out first.
document.querySelector('[data-error-summary]')?.focus()

// A number in groups of four is copied by a button. Its gaps are no characters, so copying by hand does as well.
for (const number of document.querySelectorAll('[data-copy]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy-button'
  button.textContent = say('复制', 'Copy')
  button.setAttribute('aria-label', say(`复制 ${number.dataset.copy}`, `Copy ${number.dataset.copy}`))
  const told = document.createElement('span')
  told.className = 'copy-told'
  told.setAttribute('role', 'status')
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(number.dataset.copy)
      told.textContent = say('已复制', 'Copied')
    } catch {
      getSelection()?.selectAllChildren(number)
      told.textContent = say('已选中，请按复制键', 'Selected: press the copy keys')
    }
    setTimeout(() => {
      told.textContent = ''
    }, 4000)
  })
  number.after(button, told)
}

// A field that only some choices of a list need (`data-needed-by="scheme passport foreign_registration"`: the list's
// id, then its values) is shown with these.
for (const field of document.querySelectorAll('[data-needed-by]')) {
  const [id, ...values] = field.dataset.neededBy.split(' ')
  const list = document.getElementById(id)
  if (!list) continue
  const show = () => {
    field.hidden = !values.includes(list.value)
  }
  list.addEventListener('change', show)
  show()
}

// A form is sent once, however often its button is pressed. Coming back to the page arms it again.
const sent = new Set()
document.addEventListener('submit', (event) => {
  if (!event.submitter?.hasAttribute('data-once')) return
  if (sent.has(event.target)) event.preventDefault()
  else sent.add(event.target)
})
addEventListener('pageshow', () => sent.clear())
