# %% [markdown]
# # Hello, notebook
#
# Three cells to try **Run**, **Clear**, **Trust** and **Save** on.

# %%
print('Hello from Python')
6 * 7

# %%
from IPython.display import HTML

HTML("""
<p id="greeting">This line is HTML. A script would like to change it.</p>
<script>
  document.getElementById('greeting').textContent = 'A script changed this line: the notebook is trusted.'
</script>
""")
