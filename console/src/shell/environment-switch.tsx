import { texts } from '../locales'
import { chooseEnvironment, environment, me } from '../session'
import { Menu } from '../ui/menu'
import { Segmented } from '../ui/tabs'
import './environment-switch.css'

/** Which tills, people and figures the console shows. Always in sight. */
export function EnvironmentSwitch() {
  const { shell } = texts()
  const all = me.value?.environments ?? []
  return (
    <div class={`environment environment-${environment.value.kind}`}>
      <Segmented
        label={shell.environment}
        value={environment.value.id}
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={chooseEnvironment}
      />
      <Menu
        namedByContent
        className="environment-menu"
        label={`${shell.environment}: ${environment.value.name}`}
        items={all.map(({ id, name }) => ({
          value: id,
          label: name,
          checked: id === environment.value.id,
          run: () => chooseEnvironment(id),
        }))}
      >
        <span class="unseen">{shell.environment}: </span>
        <EnvironmentWord />
      </Menu>
    </div>
  )
}

/** The environment as a word, where there is no room or reason to change it. */
export const EnvironmentWord = () => (
  <span class={`environment-word environment-${environment.value.kind}`}>
    <i aria-hidden="true" />
    {environment.value.name}
  </span>
)
