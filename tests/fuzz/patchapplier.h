// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace edgewright::test {

/// Applies a unified patch of one file strictly, line for line: what `patch` would make of it,
/// without its leniency. Shares nothing with the code that wrote the patch.
class PatchApplier final {
public:
    PatchApplier(std::string_view text, std::string_view patch)
        : m_text(text)
        , m_patch(patch)
    {
    }

    /// Nothing when the patch does not fit.
    [[nodiscard]] std::optional<std::string> apply()
    {
        if (m_patch.empty())
            return std::string(m_text);
        if (!takeLine().starts_with("--- ") || !takeLine().starts_with("+++ "))
            return std::nullopt;
        while (!m_patch.empty()) {
            if (!applyHunk())
                return std::nullopt;
        }
        m_out += m_text.substr(m_at);
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::string_view takeLine()
    {
        const std::size_t end = m_patch.find('\n');
        const std::string_view line = m_patch.substr(0, end);
        m_patch.remove_prefix(end == std::string_view::npos ? m_patch.size() : end + 1);
        return line;
    }

    [[nodiscard]] static bool takeNumber(std::string_view &text, std::size_t &number)
    {
        const auto [at, code] = std::from_chars(text.data(), text.data() + text.size(), number);
        text.remove_prefix(static_cast<std::size_t>(at - text.data()));
        return code == std::errc();
    }

    [[nodiscard]] static bool takeRange(std::string_view &text, std::size_t &start,
                                        std::size_t &count)
    {
        count = 1;
        if (!takeNumber(text, start))
            return false;
        if (!text.starts_with(','))
            return true;
        text.remove_prefix(1);
        return takeNumber(text, count);
    }

    [[nodiscard]] bool applyHunk()
    {
        std::string_view head = takeLine();
        std::size_t start = 0;
        std::size_t leftCount = 0;
        std::size_t rightStart = 0;
        std::size_t rightCount = 0;
        if (!head.starts_with("@@ -"))
            return false;
        head.remove_prefix(4);
        if (!takeRange(head, start, leftCount) || !head.starts_with(" +"))
            return false;
        head.remove_prefix(2);
        if (!takeRange(head, rightStart, rightCount) || head != " @@")
            return false;
        const std::size_t before = leftCount == 0 ? start : start - 1;
        while (m_line < before && m_at < m_text.size())
            m_out += nextLine();
        const std::size_t right = rightCount == 0 ? rightStart : rightStart - 1;
        if (m_line != before || before + m_added != right + m_removed)
            return false;
        return applyLines(leftCount, rightCount);
    }

    [[nodiscard]] bool applyLines(std::size_t leftCount, std::size_t rightCount)
    {
        while (leftCount > 0 || rightCount > 0) {
            std::string line(takeLine());
            if (line.empty())
                return false;
            const char sign = line[0];
            line.erase(0, 1);
            if (m_patch.starts_with("\\ No newline"))
                (void)takeLine();
            else
                line += '\n';
            if (sign != '+' && (leftCount-- == 0 || nextLine() != line))
                return false;
            if (sign != '-' && rightCount-- == 0)
                return false;
            m_removed += sign == '-' ? 1 : 0;
            m_added += sign == '+' ? 1 : 0;
            if (sign != '-')
                m_out += line;
        }
        return true;
    }

    [[nodiscard]] std::string_view nextLine()
    {
        const std::size_t end = m_text.find('\n', m_at);
        const std::size_t size = (end == std::string_view::npos ? m_text.size() : end + 1) - m_at;
        const std::string_view line = m_text.substr(m_at, size);
        m_at += size;
        ++m_line;
        return line;
    }

    std::string_view m_text;
    std::string_view m_patch;
    std::string m_out;
    std::size_t m_at = 0;
    std::size_t m_line = 0; ///< Lines of the text that are done.
    std::size_t m_added = 0;
    std::size_t m_removed = 0;
};

} // namespace edgewright::test
