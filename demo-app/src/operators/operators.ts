import { html } from 'lit'
import { TriangleAlert, UserPlus } from 'lucide'
import { t } from '../locales/index.ts'
import { avatar, firstName } from '../parts/avatar.ts'
import { icon } from '../parts/icon.ts'
import { Screen } from '../parts/screen.ts'
import { say } from '../parts/toast.ts'
import { topBar } from '../parts/top-bar.ts'
import { go, onRoute, parts } from '../router.ts'
import type { Role } from '../state/model.ts'
import { operator, sendOperators, shop } from '../state/session.ts'
import { get, set } from '../state/store.ts'
import { trilha } from '../trilha.ts'
import './operators.css'

const ROLES: Role[] = ['caixa', 'gerente', 'contador', 'dono']
const WEAK = new Set([
  '0000',
  '1111',
  '2222',
  '3333',
  '4444',
  '5555',
  '6666',
  '7777',
  '8888',
  '9999',
  '0123',
  '9876',
])

class Operators extends Screen {
  #name = ''
  #role: Role = 'caixa'
  #feminine = true
  #pin = ''
  #problems: { name?: string; pin?: string } = {}

  protected override watches() {
    return [onRoute(() => this.#clear())]
  }

  #clear(): void {
    this.#name = ''
    this.#role = 'caixa'
    this.#feminine = true
    this.#pin = ''
    this.#problems = {}
  }

  protected override render() {
    return parts()[1] === 'novo' ? this.#form() : this.#list()
  }

  #list() {
    return html`<section class="screen">${topBar(t.operators.title)}<div class="body">
      <header class="report-head"><p class="muted staff-intro">${t.operators.intro}</p><a class="btn fill" href="/operadores/novo" data-guia="novo-operador">${icon(UserPlus, 22)}${t.operators.create}</a></header>
      <ul class="staff" data-guia="lista-operadores">${get('operators').map((who) => html`<li class="card">${avatar(who, 56)}<div><strong>${who.name}</strong><span class="muted">${t.role[who.role](who.feminine)}${who.id === operator()?.id ? ` · ${t.operators.you}` : ''}</span><small class="muted">${t.operators.roleText[who.role]}</small></div></li>`)}</ul></div></section>`
  }

  #form() {
    const problem = (text?: string) =>
      text ? html`<small class="problem" role="alert">${icon(TriangleAlert, 18)}${text}</small>` : ''
    return html`<section class="screen">${topBar(t.operators.newTitle)}<form class="body form-body" novalidate data-guia="formulario-operador" @submit=${(
      event: Event,
    ) => {
      event.preventDefault()
      this.#save()
    }}>
      <div class="card form-card">
        <label class="field"><span>${t.operators.name}</span><input class="input ${this.#problems.name ? 'bad' : ''}" data-guia="operador-nome" data-trilha-private autocomplete="off" .value=${this.#name} @input=${(
          event: Event,
        ) =>
          this.act(() => {
            this.#name = (event.target as HTMLInputElement).value
            this.#problems = {}
          })} />${problem(this.#problems.name)}</label>
        <div class="field"><span>${t.operators.role}</span><div class="role-grid" role="radiogroup" aria-label=${t.operators.role}>${ROLES.map(
          (role) =>
            html`<button type="button" class="role ${this.#role === role ? 'on' : ''}" role="radio" aria-checked=${this.#role === role} data-guia="papel-${role}" @click=${() =>
              this.act(() => {
                this.#role = role
              })}><strong>${t.role[role](this.#feminine)}</strong><small>${t.operators.roleText[role]}</small></button>`,
        )}</div></div>
        <div class="field-pair"><div class="field"><span>${t.operators.treat}</span><div class="segments">${[
          true,
          false,
        ].map(
          (feminine) =>
            html`<button type="button" class="pill ${this.#feminine === feminine ? 'on' : ''}" aria-pressed=${this.#feminine === feminine} @click=${() =>
              this.act(() => {
                this.#feminine = feminine
              })}>${feminine ? t.operators.feminine : t.operators.masculine}</button>`,
        )}</div></div>
        <label class="field"><span>${t.operators.pin}</span><input class="input pin-input ${this.#problems.pin ? 'bad' : ''}" type="password" inputmode="numeric" maxlength="4" autocomplete="off" data-guia="operador-pin" data-trilha-private .value=${this.#pin} @input=${(
          event: Event,
        ) => {
          const field = event.target as HTMLInputElement
          field.value = field.value.replace(/\D/g, '')
          this.act(() => {
            this.#pin = field.value
            this.#problems = {}
          })
        }} />${problem(this.#problems.pin)}</label></div>
      </div>
      <footer class="form-actions"><a class="btn tall" href="/operadores">${t.common.cancel}</a><button class="btn main" data-guia="salvar-operador" data-trilha-avoid>${t.operators.save}</button></footer></form></section>`
  }

  #save(): void {
    const name = this.#name.trim().replace(/\s+/g, ' ')
    const taken = get('operators').some(({ pin }) => pin === this.#pin)
    this.#problems = {
      ...(name.split(' ').length < 2 && { name: t.operators.nameWrong }),
      ...(this.#pin.length !== 4
        ? { pin: t.operators.pinWrong }
        : WEAK.has(this.#pin)
          ? { pin: t.operators.pinWeak }
          : taken
            ? { pin: t.operators.pinTaken }
            : {}),
    }
    this.requestUpdate()
    if (this.#problems.name || this.#problems.pin) return
    // The id says nothing about the person: it is what leaves the till.
    const id = `${shop()!.prefix}-${Date.now().toString(36)}`
    set('operators', [
      ...get('operators'),
      {
        id,
        name,
        role: this.#role,
        pin: this.#pin,
        feminine: this.#feminine,
        createdAt: Date.now(),
        sentToServer: false,
      },
    ])
    trilha.track('operador_criado', { papel: this.#role })
    void sendOperators()
    say(t.operators.created(firstName(name)))
    go('/operadores')
  }
}
customElements.define('cf-operators', Operators)
