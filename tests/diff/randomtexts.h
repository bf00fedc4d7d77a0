// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

#include <random>
#include <string>

namespace edgewright::test {

/// Texts that look a little like code: few distinct lines, blank lines, all line ends, odd bytes.
class RandomTexts final {
public:
    explicit RandomTexts(unsigned seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] unsigned below(unsigned end) { return static_cast<unsigned>(m_random() % end); }

    [[nodiscard]] std::string text(unsigned lines, unsigned alphabet)
    {
        std::string result;
        for (unsigned i = 0; i < lines; ++i)
            result += line(below(alphabet));
        if (below(3) == 0 && !result.empty())
            result.pop_back();
        return result;
    }

    /// Any bytes, line ends among them.
    [[nodiscard]] std::string bytes(unsigned size)
    {
        std::string result;
        for (unsigned i = 0; i < size; ++i) {
            const unsigned kind = below(6);
            result += kind == 0   ? '\n'
                      : kind == 1 ? static_cast<char>(below(256))
                                  : static_cast<char>('a' + below(3));
        }
        return result;
    }

    /// \p text with some lines removed and some added.
    [[nodiscard]] std::string edited(const std::string &text)
    {
        const std::vector<std::uint32_t> starts = diff::lineStarts(text);
        std::string result;
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
            const unsigned fate = below(12);
            if (fate == 0)
                continue;
            if (fate == 1)
                result += line(below(20));
            result += text.substr(starts[i], starts[i + 1] - starts[i]);
        }
        return result;
    }

    [[nodiscard]] std::string pairOf(const std::string &left)
    {
        return below(2) == 0 ? edited(left) : text(below(14), 2 + below(12));
    }

private:
    [[nodiscard]] std::string line(unsigned which)
    {
        std::string result(below(3) == 0 ? 4 : 0, ' ');
        if (which == 1)
            result += "}";
        else if (which == 2)
            result += std::string("nul \0 and \xff\xfe", 12);
        else if (which == 3)
            result += "缓存 = \"值\";";
        else if (which > 3)
            result += "const word" + std::to_string(which) + " = call(" + std::to_string(which % 3)
                      + ");";
        return result + (below(9) == 0 ? "\r\n" : "\n");
    }

    std::mt19937 m_random;
};

} // namespace edgewright::test
