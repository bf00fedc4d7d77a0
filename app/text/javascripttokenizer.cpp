// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/javascripttokenizer.h"

#include "text/javascriptscanner.h"

namespace edgewright::javascript {

std::vector<Token> tokenize(std::string_view text, LineState &state)
{
    return Scanner(text, state).run();
}

} // namespace edgewright::javascript
