"""Who can say yes: sentences that make somebody's yes the condition, and which sentences speak of our contract today.

`scope` says which sentences do not; `signs` reads powers, conditions and denials; `views` prepares sentences for both.
"""
