// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace edgewright::diff {

/// The bytes of a file, a pipe or ("-") the standard input, read at once.
class FileText final {
public:
    /// False leaves the text empty and says in error() why.
    [[nodiscard]] bool read(const std::string &path);

    [[nodiscard]] std::string_view text() const { return {m_bytes.get(), m_size}; }
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    [[nodiscard]] bool readAll(int descriptor);
    void grow(std::size_t capacity);
    [[nodiscard]] bool fail(const std::string &path, int number);

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
    std::string m_error;
};

} // namespace edgewright::diff
