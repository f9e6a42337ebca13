import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import './device.css'
import { type Device, devices } from './screen'

const BEZEL_PX = 10

interface DeviceFrameProps {
  device: Device
  label: string
  children: ComponentChildren
}

/** A drawn till, tablet or phone, as large as its place allows and never larger than life. */
export function DeviceFrame({ device, label, children }: DeviceFrameProps) {
  const place = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0)
  const { width, height } = devices[device]
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth, clientHeight } = place.current!
      const stand = device === 'desktop' ? 28 : 0
      setScale(
        Math.max(
          0.1,
          Math.min(1, (clientWidth - BEZEL_PX * 2) / width, (clientHeight - BEZEL_PX * 2 - stand) / height),
        ),
      )
    }
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(place.current!)
    return () => watching.disconnect()
  }, [device, width, height])
  return (
    <div class="device-place" ref={place}>
      {scale > 0 && (
        <figure class={`device device-${device}`} aria-label={label}>
          <div class="device-bezel" style={{ width: `${width * scale + BEZEL_PX * 2}px` }}>
            <div class="device-glass" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
              <div
                class="device-screen"
                style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
              >
                {children}
              </div>
            </div>
          </div>
          {device === 'desktop' && <div class="device-stand" />}
        </figure>
      )}
    </div>
  )
}
