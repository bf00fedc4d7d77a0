// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/appservices.h"
#include "workspace/prompts.h"

namespace edgewright {

class ActionRegistry;
class BottomPanel;
class DocumentArea;
class HistoryPanel;
class LiveStrip;
class MessageBar;
class RoutinesPanel;
class ThemeService;

/// What the controllers of one window share. All of it outlives them.
struct ShellContext {
    AppServices &services;
    Prompts &prompts;
    const ThemeService &themes;
    RoutinesPanel &routinesPanel;
    HistoryPanel &historyPanel;
    DocumentArea &documents;
    LiveStrip &liveStrip;
    MessageBar &messages;
    BottomPanel &bottom;
    const ActionRegistry &actions;
};

} // namespace edgewright
