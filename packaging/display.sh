#!/bin/sh
# Which of Qt's platforms a window can open on here: cocoa, xcb, wayland, or offscreen when there is no display.
# A variable alone proves nothing (an old shell, a lost session): the display's socket must be there.

x_socket() {  # the display in $DISPLAY is there; one on another machine is believed
    case "$1" in
        :*) number=${1#:}; number=${number%%.*} ;;
        *) return 0 ;;
    esac
    [ -S "/tmp/.X11-unix/X$number" ] || grep -q "@/tmp/.X11-unix/X$number\$" /proc/net/unix 2>/dev/null
}

wayland_socket() {
    case "$1" in
        /*) [ -S "$1" ] ;;
        *) [ -S "${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$1" ] ;;
    esac
}

if [ -n "${QT_QPA_PLATFORM:-}" ]; then echo "${QT_QPA_PLATFORM%%[:;]*}"
elif [ "$(uname)" = Darwin ]; then echo cocoa
elif [ -n "${DISPLAY:-}" ] && x_socket "$DISPLAY"; then echo xcb
elif [ -n "${WAYLAND_DISPLAY:-}" ] && wayland_socket "$WAYLAND_DISPLAY"; then echo wayland
else echo offscreen; fi
